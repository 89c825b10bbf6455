"""How well Pocket draws what it is asked for, by a judge that never saw a generated picture."""
