import no-such.xlsx
