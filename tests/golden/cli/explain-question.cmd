explain customer-centered
