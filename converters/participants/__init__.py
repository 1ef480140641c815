"""Who took part: in prose, in lists and in labels, in which role and post, for whom."""
