#pragma once

#include <string>
#include <vector>

/// A picture with what stands for it where it cannot be seen.
namespace atelier::report::pictures {

/// The figures behind a picture, as text; every row has as many cells as the head.
struct Rows {
    std::string caption;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};

struct Picture {
    std::string name;  ///< plain ASCII, its own within a workshop: for file names and anchors
    std::string title;
    std::string description;  ///< what it shows, in the workshop's language
    std::string svg;          ///< an <svg> element, with title and description in it
    double width = 760, height = 0;
    Rows table;
};

}  // namespace atelier::report::pictures
