"""The rules of manner, family by family."""
