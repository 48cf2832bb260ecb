"""The first tables: preparations, rehearsals with their turns, feedback, consents.

Revision: 0001, after None
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "preparation",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "rehearsal",
        sa.Column("id", sa.String(40), primary_key=True),
        sa.Column("preparation_id", sa.String(40), sa.ForeignKey("preparation.id", ondelete="SET NULL"), nullable=True, index=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.String(20), nullable=True),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "turn",
        sa.Column("rehearsal_id", sa.String(40), sa.ForeignKey("rehearsal.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "feedback",
        sa.Column("rehearsal_id", sa.String(40), sa.ForeignKey("rehearsal.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "consent",
        sa.Column("provider", sa.String(200), primary_key=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    for name in ("consent", "feedback", "turn", "rehearsal", "preparation"):
        op.drop_table(name)
