"""What was said: the issues that were raised and the recommendations that were made."""
