# Puts small text files into the binary, so that it needs none of them at run time.
#
#     atelier_embed(report report/summary.css)
#
# gives the level `report` a function `std::string_view atelier::report::embedded::summary_css()`;
# who calls it declares it. The file's bytes are kept as they are, in a raw string.
set(ATELIER_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

if(CMAKE_SCRIPT_MODE_FILE)
  file(READ "${IN}" content)
  file(WRITE "${OUT}"
"// Made from ${NAME} at build time; edit that file instead.
#include <string_view>
namespace atelier::${LEVEL}::embedded {
std::string_view ${SYMBOL}() { return R\"embedded(${content})embedded\"; }
}  // namespace atelier::${LEVEL}::embedded
")
  return()
endif()

function(atelier_embed level)
  if(NOT TARGET atelier_${level})
    return()
  endif()
  foreach(file ${ARGN})
    get_filename_component(name ${file} NAME)
    string(REGEX REPLACE "[^A-Za-z0-9]" "_" symbol ${name})
    set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded/${level}/${symbol}.cpp)
    add_custom_command(OUTPUT ${out} VERBATIM
      COMMAND ${CMAKE_COMMAND} -DIN=${CMAKE_CURRENT_SOURCE_DIR}/${file} -DOUT=${out}
              -DNAME=${name} -DLEVEL=${level} -DSYMBOL=${symbol} -P ${ATELIER_EMBED_SCRIPT}
      DEPENDS ${file} ${ATELIER_EMBED_SCRIPT})
    target_sources(atelier_${level} PRIVATE ${out})
  endforeach()
endfunction()
