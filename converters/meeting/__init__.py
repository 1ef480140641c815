"""One session put together: its title, time, place, participants and points."""
