"""The steps of an upload: files, what was recognised, what is wrong, what would change, commit."""
