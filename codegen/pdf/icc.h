/* The colour profile of our reports. */
#ifndef SENC_PDF_ICC_H
#define SENC_PDF_ICC_H

#include "support/out.h"

/* Writes sRGB (IEC 61966-2-1) as an ICC profile, version 4, with one shared curve. */
void icc_write(Out *out);

#endif
