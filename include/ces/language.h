/* language.h - the language of the messages */
#ifndef CES_LANGUAGE_H
#define CES_LANGUAGE_H

/* Sets the user's, from the environment; once, at the start. */
void language_set(void);

#endif
