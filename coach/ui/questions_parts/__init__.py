"""The parts of the questions page: one card a question, adding, what was there before and what is taken along; `acting` carries out what was pressed."""
