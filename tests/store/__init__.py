"""The store and its facts, from small frames through the real store in memory."""
