"""What is shown alike on screen and on paper: the wording of dates and the geometry of charts."""
