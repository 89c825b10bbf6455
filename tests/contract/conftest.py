"""Without Discord's file the contract cannot be held to account: test_published.py says so, once."""

from tests.contract.plugin import place

collect_ignore = [] if place() else ["test_contract.py", "test_forms.py", "test_mistakes.py"]
