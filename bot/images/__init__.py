"""Pictures as the bot handles them: fetched under guard, decoded in a place of their own, kept, and encoded to fit."""
