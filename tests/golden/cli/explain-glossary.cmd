explain glossary
