set tests/edit/block.yaml contact_reasons.booking.target_change=-12 channels.phone.handle_time=360s channels.chat.handle_time=2min
