"""Every evaluation, one after the other, in walking order; each in a process of its own."""

import subprocess
import sys

STAGES = ("library", "occupations", "notes", "questions", "rehearsals", "budget", "speed", "manner", "attacks")

failed = []
for stage in STAGES:
    print(f"\n== {stage} ==", flush=True)
    if subprocess.run([sys.executable, "-m", f"evals.{stage}"], check=False).returncode:
        failed.append(stage)
if failed:
    sys.exit(f"These did not run through: {', '.join(failed)}")
