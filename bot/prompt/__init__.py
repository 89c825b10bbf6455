"""The prompt language: what a member types after /imagine, read and printed back."""
