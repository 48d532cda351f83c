# greenline_room(NAME SOURCES … ROOMS … LIBRARIES … [PRIVATE_LIBRARIES …] [ALONE …] [FUZZED] [SANITIZED_AT -O0|-O1]): one folder of src/ as one target.
# ALONE: files that are compiled by themselves, since what they include defines macros that others stumble over (X11).
# FUZZED: a fuzz target reads it. SANITIZED_AT: how far it is optimised under the sanitizers, where its tests gain less from that than it
# takes to compile.
# A room sees the headers of the rooms it names and of no others: each room's include path holds that room's folder alone,
# so an include against the flow does not build.
function(greenline_room name)
  cmake_parse_arguments(ARG "FUZZED" "SANITIZED_AT" "SOURCES;ALONE;ROOMS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  set(view "${CMAKE_BINARY_DIR}/include/${name}")
  file(MAKE_DIRECTORY "${view}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/src/${name}" "${view}/${name}" SYMBOLIC)
  add_library(greenline_${name} STATIC ${ARG_SOURCES} ${ARG_ALONE})
  set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_include_directories(greenline_${name} PUBLIC "${view}")
  list(TRANSFORM ARG_ROOMS PREPEND greenline_)
  target_link_libraries(greenline_${name} PUBLIC ${ARG_ROOMS} ${ARG_LIBRARIES} PRIVATE greenline_options ${ARG_PRIVATE_LIBRARIES})
  if(GREENLINE_FUZZ AND ARG_FUZZED)
    target_compile_options(greenline_${name} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(GREENLINE_SANITIZE AND ARG_SANITIZED_AT)
    target_compile_options(greenline_${name} PRIVATE ${ARG_SANITIZED_AT})
  endif()
endfunction()
