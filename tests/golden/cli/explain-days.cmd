explain Mo-Fr
