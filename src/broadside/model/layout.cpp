#include "broadside/model/layout.hpp"

namespace broadside::model {

std::string_view to_string(StyleRole role) {
    switch (role) {
        case StyleRole::Title: return "title";
        case StyleRole::Subtitle: return "subtitle";
        case StyleRole::Publisher: return "publisher";
        case StyleRole::Section: return "section";
        case StyleRole::SectionDetail: return "section_detail";
        case StyleRole::Header: return "header";
        case StyleRole::Name: return "name";
        case StyleRole::Detail: return "detail";
        case StyleRole::Cell: return "cell";
        case StyleRole::Verdict: return "verdict";
        case StyleRole::NoteMark: return "note_mark";
        case StyleRole::Note: return "note";
        case StyleRole::LegendHeading: return "legend_heading";
        case StyleRole::Legend: return "legend";
        case StyleRole::LinkLabel: return "link_label";
        case StyleRole::Link: return "link";
        case StyleRole::Imprint: return "imprint";
        case StyleRole::PageNumber: return "page_number";
        case StyleRole::RunningTitle: return "running_title";
        case StyleRole::Text: return "text";
        case StyleRole::Heading: return "heading";
        case StyleRole::Subheading: return "subheading";
    }
    return "";
}

}  // namespace broadside::model
