#include "cpango.h"
#include <pango/pangocairo.h>
