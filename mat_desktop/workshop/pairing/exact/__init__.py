"""The best partnerships, exactly: plain numbers in, plain numbers out, nothing known about people."""
