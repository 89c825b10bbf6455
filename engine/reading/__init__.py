"""Reads pictures and prompts: what a picture shows, and which words of a prompt matter; in a process of its own."""
