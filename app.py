"""Front door for the browser: settings, coach, navigation. Start it with `coach run` or `streamlit run app.py`."""

from coach.ui.shell import open_app

open_app()
