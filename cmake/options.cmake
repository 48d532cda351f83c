# How everything of ours is compiled. `greenline_options` is linked by each room, never by what others wrote.
find_program(CCACHE ccache)
if(CCACHE)
  # What one clone compiled serves every other: paths are hashed relative to the clone, compilers by what they are.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_COMPILERCHECK=content
      CCACHE_SLOPPINESS=time_macros ${CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# A room's files are read as a few large ones, so that what they all include is read a few times, not a hundred and fifty: a third of
# the time. An include that is forgotten in one of them is found by scripts/test --nightly, which compiles each file by itself.
set(CMAKE_UNITY_BUILD ${GREENLINE_UNITY})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)

# Messages of tests and sanitizers name files from the repository's root, the same in every clone.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)

add_library(greenline_options INTERFACE)
target_compile_options(greenline_options INTERFACE -pthread -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(GREENLINE_WERROR)
  target_compile_options(greenline_options INTERFACE -Werror)
endif()
if(GREENLINE_SANITIZE)
  add_compile_options(-fsanitize=address -fno-omit-frame-pointer)
  target_compile_options(greenline_options INTERFACE -fsanitize=undefined -fno-sanitize-recover=undefined)
  add_link_options(-fsanitize=address,undefined)
endif()
