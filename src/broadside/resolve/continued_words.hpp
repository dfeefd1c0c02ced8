#pragma once

#include <string>

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"

namespace broadside::resolve {

/// The title of a section as it stands again on the next page, where it says that it goes on, in
/// the words of the dataset or those that are usual in its language. In a language whose words
/// nobody knows it says no more than the title.
doc::Paragraph continued_title(doc::Paragraph title, const model::Project& project);

}  // namespace broadside::resolve
