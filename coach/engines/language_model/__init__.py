"""The language-model engine: a LangChain chat model, OpenAI by default, any OpenAI-compatible server by its address, any LangChain provider by name.

Read `engine.py` first. `abilities.py` knows what a server takes, `lines.py` holds its connections, `refusals.py` turns what the wire says into our errors, `answers.py` reads
what came, `circuit.py` leaves a dead server in peace, and `opening.py` makes LangChain's chat model.
"""

from coach.engines.language_model.engine import LanguageModelEngine

__all__ = ["LanguageModelEngine"]
