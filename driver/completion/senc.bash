# Completion of senc for bash: commands, options and the names of findings as senc itself lists them, else files.
_senc() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} first=${COMP_WORDS[1]} commands
    commands=$(senc --help 2>/dev/null | sed -n 's/^  senc \[\{0,1\}\([a-z]*\)\]\{0,1\} .*/\1/p')
    case $before in
    --format) COMPREPLY=($(compgen -W "text short json sarif github gitlab junit checkstyle" -- "$word")) && return ;;
    --fail-on) COMPREPLY=($(compgen -W "error warning note never" -- "$word")) && return ;;
    --as) COMPREPLY=($(compgen -W "outcome provision" -- "$word")) && return ;;
    --select | --ignore)
        COMPREPLY=($(compgen -W "$(senc explain 2>/dev/null | grep -o '^[a-z][a-z0-9-]*')" -- "$word"))
        return
        ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$word")) && return ;;
    --audience) COMPREPLY=($(compgen -W "family staff lead" -- "$word")) && return ;;
    --text-size) COMPREPLY=($(compgen -W "12 14 18" -- "$word")) && return ;;
    dump) COMPREPLY=($(compgen -W "tokens tree records ir asm" -- "$word")) && return ;;
    ir | asm)
        COMPREPLY=($(compgen -W "$(senc explain 2>/dev/null | grep -o '^[a-z][a-z0-9-]*')" -- "$word"))
        return
        ;;
    esac
    case $word in
    -*)
        case " ${commands//$'\n'/ } " in *" $first "*) ;; *) first= ;; esac
        COMPREPLY=($(compgen -W "$(senc $first --help 2>/dev/null | sed -n 's/^ .*\(--[a-z-]*\).*/\1/p')" -- "$word"))
        return
        ;;
    esac
    if [ "$first" = explain ] && [ "$COMP_CWORD" -gt 1 ]; then
        COMPREPLY=($(compgen -W "$(senc explain 2>/dev/null | grep -o '^[a-z][a-z0-9-]*')" -- "$word"))
        return
    fi
    mapfile -t COMPREPLY < <(compgen -f -- "$word") # a plan's name may hold blanks
    [ "$COMP_CWORD" -gt 1 ] || COMPREPLY+=($(compgen -W "$commands" -- "$word"))
}
complete -o filenames -F _senc senc
