# Completion of senc for fish: commands, options and the names of findings as senc itself lists them, besides files.
function __senc_commands
    senc --help 2>/dev/null | string replace -rf '^  senc \[?([a-z]+)\]? .*' '$1'
end
function __senc_options
    set -l words (commandline -opc)
    if contains -- "$words[2]" (__senc_commands)
        senc $words[2] --help 2>/dev/null | string replace -rf '^ .*(--[a-z-]+)[][A-Z,… ]* ([^][A-Z,… ].*)' '$1\t$2'
    else
        senc --help 2>/dev/null | string replace -rf '^ .*(--[a-z-]+)[][A-Z,… ]* ([^][A-Z,… ].*)' '$1\t$2'
    end
end
function __senc_after
    set -l words (commandline -opc)
    test "$words[-1]" = "$argv[1]"
end
complete -c senc -n 'test (count (commandline -opc)) -eq 1' -a '(__senc_commands)'
complete -c senc -n 'string match -q -- "-*" (commandline -ct)' -a '(__senc_options)'
complete -c senc -n '__senc_after --format' -f -a 'text short json sarif github gitlab junit checkstyle'
complete -c senc -n '__senc_after --fail-on' -f -a 'error warning note never'
complete -c senc -n '__senc_after --as' -f -a 'outcome provision'
complete -c senc -n '__senc_after --select; or __senc_after --ignore' -f -a '(senc explain 2>/dev/null | string match -r "^[a-z][a-z0-9-]*")'
complete -c senc -n '__senc_after --color' -f -a 'auto always never'
complete -c senc -n '__senc_after --audience' -f -a 'family staff lead'
complete -c senc -n '__senc_after --text-size' -f -a '12 14 18'
complete -c senc -n '__fish_seen_subcommand_from explain' -f -a '(senc explain 2>/dev/null | string match -r "^[a-z][a-z0-9-]*")'
complete -c senc -n '__senc_after dump' -f -a 'tokens tree records ir asm'
complete -c senc -n '__senc_after ir; or __senc_after asm' -f -a '(senc explain 2>/dev/null | string match -r "^[a-z][a-z0-9-]*")'
