#pragma once

#include <string>
#include <string_view>

namespace broadside::i18n {

/// The BCP 47 tag of a PO file's language, which POSIX writes: `zh_TW`, `sr@latin`, `sv_SE.UTF-8`.
/// What is no language comes back as it is.
std::string tag_of_po_language(std::string_view language);

/// gettext joins the parts of a tag with underscores: `zh_Hant`.
std::string po_language_of_tag(std::string tag);

}  // namespace broadside::i18n
