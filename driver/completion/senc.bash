# Completion of senc for bash: commands and options as `senc --help` names them, else files.
_senc() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    case $before in
    --format) COMPREPLY=($(compgen -W "text short json" -- "$word")) ;;
    --fail-on) COMPREPLY=($(compgen -W "error warning note" -- "$word")) ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$word")) ;;
    --audience) COMPREPLY=($(compgen -W "family staff lead" -- "$word")) ;;
    --text-size) COMPREPLY=($(compgen -W "12 14 18" -- "$word")) ;;
    explain) COMPREPLY=($(compgen -W "$(senc explain 2>/dev/null | cut -d' ' -f1)" -- "$word")) ;;
    dump) COMPREPLY=($(compgen -W "tokens tree records" -- "$word")) ;;
    *)
        case $word in
        -*) COMPREPLY=($(compgen -W "$(senc --help 2>/dev/null | grep -oE -- '--[a-z-]+')" -- "$word")) ;;
        *)
            COMPREPLY=($(compgen -f -- "$word"))
            [ "$COMP_CWORD" -gt 1 ] ||
                COMPREPLY+=($(compgen -W "$(senc --help 2>/dev/null | sed -n 's/^  senc \([a-z]*\) .*/\1/p')" -- "$word"))
            ;;
        esac
        ;;
    esac
}
complete -o filenames -F _senc senc
