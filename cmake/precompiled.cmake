# Headers of others that nearly every file needs, read once. The rooms have theirs only in debug builds (everyday work, the
# sanitizers): the release build compiles each file by itself, so an include forgotten here still fails there.
if(NOT EXISTS "${CMAKE_BINARY_DIR}/precompiled.cpp")
  file(WRITE "${CMAKE_BINARY_DIR}/precompiled.cpp" "")
endif()

# A test is compiled once and run once: what is quick to compile wins.
add_library(greenline_test_options INTERFACE)
target_compile_options(greenline_test_options INTERFACE -O0)
target_link_libraries(greenline_test_options INTERFACE greenline_options)
add_library(greenline_precompiled_test OBJECT "${CMAKE_BINARY_DIR}/precompiled.cpp")
target_link_libraries(greenline_precompiled_test PRIVATE greenline_test_options GTest::gtest GTest::gmock)
target_compile_definitions(greenline_precompiled_test PRIVATE GREENLINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
set(GREENLINE_COMMON_HEADERS <algorithm> <array> <chrono> <cmath> <cstdint> <filesystem> <fstream> <functional> <map> <memory>
    <optional> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector> <tl/expected.hpp>)
target_precompile_headers(greenline_precompiled_test PRIVATE ${GREENLINE_COMMON_HEADERS} <gmock/gmock.h> <gtest/gtest.h>)
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_library(greenline_precompiled_room OBJECT "${CMAKE_BINARY_DIR}/precompiled.cpp")
  target_link_libraries(greenline_precompiled_room PRIVATE greenline_options)
  target_precompile_headers(greenline_precompiled_room PRIVATE ${GREENLINE_COMMON_HEADERS})
endif()
