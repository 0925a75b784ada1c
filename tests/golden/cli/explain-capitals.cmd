explain NPS
