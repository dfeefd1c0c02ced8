#pragma once

#include "broadside/base/style.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"

namespace broadside::resolve {

/// The text as it stands again, where it says that it goes on, in the words of the dataset or those
/// that are usual in its language. In a language whose words nobody knows it says no more.
doc::Paragraph continued(doc::Paragraph text, const TextStyle& style,
                         const model::Dataset& dataset);

/// Lets what takes several rows that are times of day say that it goes on, where it stands again
/// with the later of them: at eleven o'clock nothing begins that began at ten. What a cell says of
/// several rows of another kind is as true of each.
void continue_over_times(doc::Grid& grid, const model::Project& project);

}  // namespace broadside::resolve
