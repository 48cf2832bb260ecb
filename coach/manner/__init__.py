"""Rules of professional manner: pure functions over questions and transcripts, the same for every engine.

One module a family. They judge question lists before anybody sees them, drive the simulated career model turn by turn, and judge the rehearsal afterwards.
"""
