#pragma once

#include "broadside/emit/deflate.hpp"
#include "broadside/emit/fonts/cache.hpp"
#include "broadside/emit/pdf/forms.hpp"

namespace broadside::emit {

/// What a worker keeps from one output to the next. Belongs to one thread. What was drawn before
/// with a cache changes no byte of what is drawn next.
struct Cache {
    FontCache fonts;
    PdfForms pdf_forms;
    DeflatedStreams streams;
};

}  // namespace broadside::emit
