"""Reading the pile on the table: pictures are chosen, doubtful boxes are asked, and the rest is looked over."""
