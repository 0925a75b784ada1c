set tests/edit/characters.yaml --add 'decisions.one={statement: "Pay: now", asked_of: 김지우, due: 2026-07-31, outcome: open}'
