#include "broadside/model/dataset.hpp"

namespace broadside::model {

std::string_view to_string(Tone tone) {
    switch (tone) {
        case Tone::Good: return "good";
        case Tone::Fair: return "fair";
        case Tone::Bad: return "bad";
        case Tone::Neutral: return "neutral";
    }
    return "";
}

std::string_view to_string(ColumnKind kind) {
    switch (kind) {
        case ColumnKind::Name: return "name";
        case ColumnKind::Text: return "text";
        case ColumnKind::Symbol: return "symbol";
        case ColumnKind::Plain: return "plain";
    }
    return "";
}

}  // namespace broadside::model
