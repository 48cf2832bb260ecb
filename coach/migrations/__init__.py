"""Alembic migrations of the store; run by `coach.store.open_store`, never by hand."""
