"""`Coach`: one method for each thing a learner can do. Both front doors, the web app and the command line, call these and nothing else.

    coach = open_coach(open_settings())
    note = coach.open_note(Path("notes.md"))
    dossier = coach.draft_dossier(note)
    questions = coach.draft_questions(dossier)
    rehearsal = coach.open_rehearsal(dossier=dossier, questions=questions)
    reply = list(coach.say(rehearsal.id, "Kia ora, thank you for your time."))
    feedback = coach.give_feedback(rehearsal.id)

The stages are pure; what touches the disk, the clock, the library or an engine is wired together here.
"""

from coach.coaching.coach import Coach, open_coach

__all__ = ["Coach", "open_coach"]
