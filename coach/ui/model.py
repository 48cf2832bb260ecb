"""The language-model page: who speaks, whether it works, what leaves the machine, and what it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from coach.coaching.health import say_report
from coach.errors import CoachError
from coach.ui import session
from coach.ui.text import count, percent, plain, quiet

if TYPE_CHECKING:
    from coach.coaching import Coach
    from coach.records import FoundServer, Outgoing, Spending

STEPS = {
    "dossier/read": "Reading notes",
    "questions/draft": "Making questions",
    "rehearsal/reply": "Speaking in rehearsals",
    "feedback/judge": "Judging",
    "feedback/reword": "Better wordings",
}
"""The steps in a learner's words."""


def render(coach: Coach) -> None:
    """Draw the language-model page."""
    st.title("Language model", anchor=False)
    st.markdown("The coach works without one. With one it reads and speaks more freely, and the same rules check what it says.")
    card = coach.card
    st.markdown(f"**{plain(card.says)}.** {plain(card.leaves)}")
    if card.model_name:
        _render_trying(coach)
        _render_consent(coach)
        _render_preview(coach)
    else:
        _render_finding(coach)
    _render_spending(coach.summarise_spending())


def _render_trying(coach: Coach) -> None:
    st.subheader("Does it work", anchor=False)
    if st.button("Try it", key="model_try", help="Asks for one word. Nothing of yours is sent."):
        with st.spinner("Asking for one word"):
            try:
                report = coach.try_model()
            except CoachError as error:
                st.error(f"{plain(error.happened)} {plain(error.mend)}", icon=":material/info:")
                return
        if report is not None:
            st.success(f"It {plain(say_report(report))}", icon=":material/check:")


def _render_finding(coach: Coach) -> None:
    st.subheader("Connect one", anchor=False)
    if st.button("Look on this machine", key="model_find"):
        session.keep_servers(coach.find_servers())
    found = session.get_servers()
    if found is None:
        st.markdown(quiet("A program such as Ollama, LM Studio or llama.cpp serves a language model on your own machine; then nothing leaves it."))
    elif not found:
        st.markdown("Nothing was found at the usual addresses. Start your server and look again, or name its address in COACH_BASE_URL.")
    for server in found or ():
        _render_server(server)
    st.markdown("With an account at a provider, stop the coach and start it with its key and a model:")
    st.code("OPENAI_API_KEY=your-key COACH_MODEL=openai:gpt-4.1-mini coach run", language=None)
    st.markdown(quiet("The key stays in that command or in your system's keyring (coach key set). It is never written to a file, a log or an export."))


def _render_server(server: FoundServer) -> None:
    with st.container(border=True):
        models = ", ".join(server.models) or "no model yet"
        st.markdown(f"**{plain(server.name)}** {plain(models)}")
        if server.models:
            st.markdown("Stop the coach and start it with:")
            st.code(f"COACH_BASE_URL={server.url} COACH_MODEL=openai:{server.models[0]} coach run", language=None)


def _render_consent(coach: Coach) -> None:
    providers = coach.list_providers()
    st.subheader("What leaves this machine", anchor=False)
    if not providers:
        st.markdown("Nothing leaves this machine or your own network, so no consent is needed.")
        return
    st.markdown(
        "Before a text of yours is sent, the names of people and employers in it, their addresses and numbers are replaced by marks such as PERSON\\_1. "
        "They are put back in what comes. Your own words are sent as you wrote them."
    )
    if coach.needs_consent():
        st.markdown("You have not agreed yet; nothing is sent until you do.")
        if st.button("I agree", key="model_agree"):
            coach.give_consent()
            st.rerun()
    else:
        st.markdown(f"You agreed that text is sent to {plain(', '.join(providers))}.")
        if st.button("Take my consent back", key="model_withdraw"):
            coach.withdraw_consent()
            st.rerun()


def _render_preview(coach: Coach) -> None:
    st.subheader("See what would be sent", anchor=False)
    preparation = session.find_preparation(coach)
    if preparation is None:
        st.markdown(quiet("Open a preparation, and its notes and questions are shown here as they would be sent."))
        return
    choices = ["Reading the notes", *(["Making the questions"] if preparation.dossier else [])]
    chosen = st.radio("For which step", choices, key="model_step", horizontal=True)
    if st.button("Show it", key="model_preview"):
        dossier = preparation.dossier
        outgoing = coach.preview_questions(dossier) if dossier is not None and chosen != choices[0] else coach.preview_reading(preparation.note)
        if outgoing is not None:
            _render_outgoing(outgoing)


def _render_outgoing(outgoing: Outgoing) -> None:
    if outgoing.hidden:
        st.markdown(f"{count(outgoing.hidden, 'mark')} stand for names and numbers.")
    st.markdown("What the language model is told to do:")
    st.code(outgoing.system, language=None, wrap_lines=True, height=180)
    st.markdown("What it is given:")
    st.code(outgoing.user, language=None, wrap_lines=True, height=360)


def _render_spending(spending: Spending) -> None:
    if not spending.stages and not spending.token_limit and not spending.cost_limit:
        return
    st.subheader("What it took in thirty days", anchor=False)
    if spending.stages:
        rows = [
            {
                "Step": STEPS.get(one.stage, one.stage),
                "Model": one.model_id,
                "Calls": one.calls,
                "Without answer": one.failed,
                "Tokens sent": one.tokens_in,
                "As before": percent(one.repeated_share),
                "Received": one.tokens_out,
                "Cost": "" if one.cost is None else f"{one.cost:.4f}",
            }
            for one in spending.stages
        ]
        st.dataframe(rows, hide_index=True)
        st.markdown(quiet("As before: the share of tokens sent that stood at the head of the call before, which many providers charge less for."))
    if spending.token_limit:
        st.markdown(f"Today {spending.tokens_today:,} of {spending.token_limit:,} tokens are used.")
    if spending.cost_limit:
        st.markdown(f"Today {spending.cost_today:.2f} of {spending.cost_limit:.2f} are used.")
