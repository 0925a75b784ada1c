set --format diff tests/edit/block.yaml contact_reasons.booking.volume.phone=1300
