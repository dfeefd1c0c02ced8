#pragma once

#include <string>
#include <string_view>

#include "broadside/base/style.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"

namespace broadside::resolve {

/// What tables that go on say behind a title that stands again, as print has it in the language;
/// where words stand apart, with the space before them. Empty: nobody knows.
std::string_view continued_words(const std::string& language);

/// The text as it stands again, where it says that it goes on, in the words of the dataset or those
/// that are usual in its language. In a language whose words nobody knows it says no more.
doc::Paragraph continued(doc::Paragraph text, const TextStyle& style,
                         const model::Dataset& dataset);

/// Lets what takes several rows that are times of day say that it goes on, where it stands again
/// with the later of them: at eleven o'clock nothing begins that began at ten. What a cell says of
/// several rows of another kind is as true of each.
void continue_over_times(doc::Grid& grid, const model::Project& project);

}  // namespace broadside::resolve
