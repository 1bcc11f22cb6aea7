"""What is taken away as Word documents: briefs and rectification notices, and the replies read back."""
