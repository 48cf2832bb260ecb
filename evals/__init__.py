"""Measurements of every stage beside plain baselines: `python -m evals` runs all, `python -m evals.<stage>` one."""
