# Completion of senc for fish: commands and options as `senc --help` names them, besides files.
complete -c senc -n __fish_use_subcommand \
    -a '(senc --help 2>/dev/null | string replace -rf "^  senc ([a-z]+) .*" "\$1")'
complete -c senc -n 'string match -q -- "-*" (commandline -ct)' \
    -a '(senc --help 2>/dev/null | string replace -rf "^.*(--[a-z-]+)[A-Z ]* ([a-z].*)" "\$1\t\$2")'
complete -c senc -n '__fish_seen_subcommand_from explain' -f \
    -a '(senc explain 2>/dev/null | string replace -r " .*" "")'
complete -c senc -n '__fish_seen_subcommand_from dump' -a 'tokens tree records'
