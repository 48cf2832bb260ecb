"""Every evaluation, one after the other, in walking order."""

import runpy

STAGES = ("library", "notes", "questions", "rehearsals", "manner")

for stage in STAGES:
    print(f"\n== {stage} ==", flush=True)
    runpy.run_module(f"evals.{stage}", run_name="__main__")
