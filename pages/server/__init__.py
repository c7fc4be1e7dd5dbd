"""Around the pages: what the server adds to each answer, Chinese texts, errors, start-up."""
