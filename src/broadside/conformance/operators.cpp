#include "broadside/conformance/operators.hpp"

#include <algorithm>
#include <iterator>

namespace broadside::conformance {

namespace {

// PDF 1.7, annex A. What would hide text or depend on more resources is not among them, and a form
// alone may clip.
constexpr Operator kOperators[] = {
    {"q", "", Does::Save},
    {"Q", "", Does::Restore},
    {"cm", "nnnnnn", Does::SetState},
    {"w", "n", Does::SetState},
    {"J", "n", Does::SetState},
    {"j", "n", Does::SetState},
    {"M", "n", Does::SetState},
    {"d", "an", Does::SetState},
    {"gs", "/", Does::UseResource},
    {"cs", "/", Does::UseResource},
    {"CS", "/", Does::UseResource},
    {"scn", "/", Does::UseResource},
    {"SCN", "/", Does::UseResource},
    {"sh", "/", Does::UseResource},
    {"rg", "ccc", Does::SetState},
    {"RG", "ccc", Does::SetState},
    {"m", "nn", Does::BeginPath},
    {"re", "nnnn", Does::BeginPath},
    {"l", "nn", Does::AddToPath},
    {"c", "nnnnnn", Does::AddToPath},
    {"h", "", Does::AddToPath},
    {"f", "", Does::PaintPath},
    {"f*", "", Does::PaintPath},
    {"S", "", Does::PaintPath},
    {"B", "", Does::PaintPath},
    {"B*", "", Does::PaintPath},
    {"W", "", Does::CutByPath},
    {"W*", "", Does::CutByPath},
    {"n", "", Does::CutByPath},
    {"Do", "/", Does::PaintObject},
    {"BT", "", Does::BeginText},
    {"ET", "", Does::EndText},
    {"Tf", "/n", Does::SetFont},
    {"Tm", "nnnnnn", Does::SetText},
    {"Td", "nn", Does::SetText},
    {"Ts", "n", Does::SetText},
    {"Tj", "s", Does::ShowText},
    {"TJ", "a", Does::ShowText},
    {"BMC", "/", Does::BeginMark},
    {"BDC", "/d", Does::BeginMark},
    {"EMC", "", Does::EndMark},
};

}  // namespace

const Operator* find_operator(std::string_view word) {
    const auto found = std::find_if(std::begin(kOperators), std::end(kOperators),
                                    [&](const Operator& known) { return known.word == word; });
    return found == std::end(kOperators) ? nullptr : found;
}

}  // namespace broadside::conformance
