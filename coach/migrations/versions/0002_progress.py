"""Confidence check-ins, conversations brought in, and the learner's own view of a rehearsal.

Revision: 0002, after 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make their tables."""
    for name in ("check_in", "conversation"):
        op.create_table(
            name,
            sa.Column("id", sa.String(40), primary_key=True),
            sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("record", sa.Text, nullable=False),
        )
    op.create_table(
        "self_view",
        sa.Column("rehearsal_id", sa.String(40), sa.ForeignKey("rehearsal.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("record", sa.Text, nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for name in ("self_view", "conversation", "check_in"):
        op.drop_table(name)
