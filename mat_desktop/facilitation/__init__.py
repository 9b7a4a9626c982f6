"""What the facilitator does: one module per step, each public function one deed or one look."""
